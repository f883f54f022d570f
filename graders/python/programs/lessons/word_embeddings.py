"""Words as vectors: look-ups, an N-gram model, and a bag of words."""

import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim

torch.manual_seed(1)
word_to_ix = {"hello": 0, "world": 1}
embeds = nn.Embedding(2, 5)
lookup_tensor = torch.tensor([word_to_ix["hello"]], dtype=torch.long)
hello_embed = embeds(lookup_tensor)
print(hello_embed)

CONTEXT_SIZE = 2
EMBEDDING_DIM = 6
test_sentence = """The river bends where the old mill stands ,
and the mill wheel turns the water into song .
Nobody grinds there now , yet the wheel goes round ,
for the river keeps the time of all the town .""".split()
ngrams = [
    ([test_sentence[i - j - 1] for j in range(CONTEXT_SIZE)], test_sentence[i])
    for i in range(CONTEXT_SIZE, len(test_sentence))
]
print(ngrams[:3])
vocab = sorted(set(test_sentence))
word_to_ix = {word: i for i, word in enumerate(vocab)}


class NGramLanguageModeler(nn.Module):
    def __init__(self, vocab_size, embedding_dim, context_size):
        super(NGramLanguageModeler, self).__init__()
        self.embeddings = nn.Embedding(vocab_size, embedding_dim)
        self.linear1 = nn.Linear(context_size * embedding_dim, 16)
        self.linear2 = nn.Linear(16, vocab_size)

    def forward(self, inputs):
        embeds = self.embeddings(inputs).view((1, -1))
        out = F.relu(self.linear1(embeds))
        return F.log_softmax(self.linear2(out), dim=1)


losses = []
loss_function = nn.NLLLoss()
model = NGramLanguageModeler(len(vocab), EMBEDDING_DIM, CONTEXT_SIZE)
optimizer = optim.SGD(model.parameters(), lr=0.01)
for epoch in range(4):
    total_loss = 0
    for context, target in ngrams:
        context_idxs = torch.tensor([word_to_ix[w] for w in context], dtype=torch.long)
        model.zero_grad()
        log_probs = model(context_idxs)
        loss = loss_function(log_probs, torch.tensor([word_to_ix[target]], dtype=torch.long))
        loss.backward()
        optimizer.step()
        total_loss += loss.item()
    losses.append(round(total_loss, 2))
print(losses)
print(model.embeddings.weight[word_to_ix["river"]])


def make_context_vector(context, word_to_ix):
    idxs = [word_to_ix[w] for w in context]
    return torch.tensor(idxs, dtype=torch.long)


class CBOW(nn.Module):
    def __init__(self, size, dim):
        super().__init__()
        self.embeddings = nn.EmbeddingBag(size, dim, mode="sum")
        self.out = nn.Linear(dim, size)

    def forward(self, inputs):
        return self.out(self.embeddings(inputs.unsqueeze(0)))


data = [(test_sentence[i - 2 : i] + test_sentence[i + 1 : i + 3], test_sentence[i]) for i in range(2, 12)]
print(data[0], make_context_vector(data[0][0], word_to_ix))
cbow = CBOW(len(vocab), 8)
print(cbow(make_context_vector(data[0][0], word_to_ix)).shape, cbow)
print(F.cosine_similarity(embeds.weight[0], embeds.weight[1], dim=0))
