import torch


def accuracy(scores, labels):
    """For each class, the share of its examples that are classified rightly."""
    classes = scores.size(1)
    right = [0] * classes
    all_of_it = [0] * classes
    for k in range(labels.numel()):
        label = labels[k].item()
        all_of_it[label] += 1
        if scores[k].argmax().item() == label:
            right[label] += 1
    return [right[k] / all_of_it[k] for k in range(classes)]
