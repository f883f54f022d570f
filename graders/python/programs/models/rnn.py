import torch
import torch.nn as nn


class CharRNN(nn.Module):
    def __init__(self, vocab, hidden=8):
        super().__init__()
        self.embedding = nn.Embedding(vocab, 4)
        self.rnn = nn.LSTM(4, hidden, batch_first=True)
        self.head = nn.Linear(hidden, vocab)

    def forward(self, x, state=None):
        out, state = self.rnn(self.embedding(x), state)
        return self.head(out), state


torch.manual_seed(0)
text = "hello world"
chars = sorted(set(text))
stoi = {c: i for i, c in enumerate(chars)}
itos = {i: c for c, i in stoi.items()}
data = torch.tensor([stoi[c] for c in text])
print(chars, data, "".join(itos[i] for i in data.tolist()), "".join(itos[i.item()] for i in data[:3]))
model = CharRNN(len(chars))
logits, (h, c) = model(data[:-1].unsqueeze(0))
print(logits.shape, h.shape, c.shape)
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
for epoch in range(30):
    logits, _ = model(data[:-1][None])
    loss = nn.functional.cross_entropy(logits.view(-1, len(chars)), data[1:])
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
print(loss.item() < 0.5, model.rnn, model.embedding.weight.shape)
gru = nn.GRU(3, 5, num_layers=2, bidirectional=True)
out, hidden = gru(torch.randn(4, 2, 3))
print(out.shape, hidden.shape, [n for n, _ in gru.named_parameters()][:4])
cell = nn.RNNCell(2, 3)
h = torch.zeros(1, 3)
for t in range(3):
    h = cell(torch.ones(1, 2) * t, h)
print(h.shape)
