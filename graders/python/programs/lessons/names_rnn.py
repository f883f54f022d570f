"""Names, letter by letter: which language is one of, and what could another be?"""

import random
import string
import time
import unicodedata

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.utils.rnn import pad_sequence

allowed_characters = string.ascii_letters + " .,;'" + "_"
n_letters = len(allowed_characters)


def unicodeToAscii(s):
    return "".join(c for c in unicodedata.normalize("NFD", s) if unicodedata.category(c) != "Mn" and c in allowed_characters)


print(f"converting 'Ślusàrski' to {unicodeToAscii('Ślusàrski')}", n_letters)
category_lines = {"Finnish": ["Mäkinen", "Virtanen", "Järvinen"], "Italian": ["Rossi", "Bianchi", "Esposito"], "Czech": ["Novák", "Dvořák", "Černý"]}
category_lines = {k: [unicodeToAscii(name) for name in v] for k, v in category_lines.items()}
all_categories = list(category_lines)
print(category_lines)


def letterToIndex(letter):
    return allowed_characters.find(letter) if letter in allowed_characters else allowed_characters.find("_")


def lineToTensor(line):
    tensor = torch.zeros(len(line), 1, n_letters)
    for li, letter in enumerate(line):
        tensor[li][0][letterToIndex(letter)] = 1
    return tensor


print(lineToTensor("Ahn").size(), lineToTensor("Ahn").argmax(-1).flatten())


class CharRNN(nn.Module):
    def __init__(self, input_size, hidden_size, output_size):
        super(CharRNN, self).__init__()
        self.rnn = nn.RNN(input_size, hidden_size)
        self.h2o = nn.Linear(hidden_size, output_size)
        self.softmax = nn.LogSoftmax(dim=1)

    def forward(self, line_tensor):
        rnn_out, hidden = self.rnn(line_tensor)
        return self.softmax(self.h2o(hidden[0]))


torch.manual_seed(2)
random.seed(2)
rnn = CharRNN(n_letters, 10, len(all_categories))
print(rnn)


def categoryFromOutput(output):
    top_n, top_i = output.topk(1)
    category_i = top_i[0].item()
    return all_categories[category_i], category_i


start = time.time()
criterion = nn.NLLLoss()
optimizer = torch.optim.SGD(rnn.parameters(), lr=0.15)
for epoch in range(12):
    total = 0.0
    for label, category in enumerate(all_categories):
        for line in category_lines[category]:
            loss = criterion(rnn(lineToTensor(line)), torch.tensor([label]))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(rnn.parameters(), 3)
            optimizer.step()
            total += loss.item()
    if epoch % 4 == 3:
        print(f"{epoch + 1} ({(epoch + 1) / 12:.0%}): {total / 9:.3f}")
print(time.time() - start < 60, categoryFromOutput(rnn(lineToTensor("Rossi"))))


class Generator(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        self.hidden_size = hidden_size
        self.i2h = nn.Linear(n_letters + hidden_size, hidden_size)
        self.i2o = nn.Linear(n_letters + hidden_size, n_letters)
        self.o2o = nn.Linear(hidden_size + n_letters, n_letters)
        self.dropout = nn.Dropout(0.1)

    def forward(self, input, hidden):
        combined = torch.cat((input, hidden), 1)
        hidden = self.i2h(combined)
        output = self.o2o(torch.cat((hidden, self.i2o(combined)), 1))
        return F.log_softmax(self.dropout(output), dim=1), hidden

    def initHidden(self):
        return torch.zeros(1, self.hidden_size)


generator = Generator(8)
line = "Rossi"
targets = torch.LongTensor([letterToIndex(c) for c in line[1:]] + [n_letters - 1])
targets.unsqueeze_(-1)
hidden, loss = generator.initHidden(), torch.Tensor([0])
for i in range(len(line)):
    output, hidden = generator(lineToTensor(line)[i], hidden)
    loss += criterion(output, targets[i])
loss.backward()
for p in generator.parameters():
    p.data.add_(p.grad.data, alpha=-0.05)
print(output.shape, f"{loss.item() / len(line):.3f}")
padded = pad_sequence([lineToTensor(name) for name in ("Li", "Novak")])
print(padded.shape, padded.sum((1, 2, 3)) if padded.dim() == 4 else padded.sum())
