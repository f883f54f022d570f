import torch
from handgrad import case


def accuracy(scores, labels):
    members = torch.nn.functional.one_hot(labels, scores.size(1)).float()
    right = (scores.argmax(1) == labels).float()[:, None]
    return (members * right).sum(0) / members.sum(0)


case(accuracy, torch.tensor([[2.0, 1.0], [0.0, 3.0], [1.0, 0.5], [5.0, 4.0], [0.1, 0.2]]), torch.tensor([0, 1, 0, 1, 1]))
torch.manual_seed(115)


def batch(n, classes):
    # Scores that favour the right class, so that every class is guessed; each class is there.
    labels = torch.cat([torch.arange(classes), torch.randint(classes, (n - classes,))])
    return torch.randn(n, classes) + torch.nn.functional.one_hot(labels, classes), labels


case(accuracy, *batch(40, 3))
case(accuracy, *batch(300, 5))
case(accuracy, *batch(25, 4))
