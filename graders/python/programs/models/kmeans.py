import torch


def kmeans(x, k, steps=10):
    centers = x[torch.randperm(len(x))[:k]].clone()
    for _ in range(steps):
        distances = torch.cdist(x, centers)
        labels = distances.argmin(dim=1)
        for j in range(k):
            if (labels == j).any():
                centers[j] = x[labels == j].mean(dim=0)
    return centers, labels


torch.manual_seed(0)
x = torch.cat([torch.randn(10, 2) * 0.1 + c for c in torch.tensor([[0.0, 0.0], [3.0, 3.0]])])
centers, labels = kmeans(x, 2)
order = centers[:, 0].argsort()
print(centers[order], labels.bincount().sort().values)


def pca(x, k):
    x = x - x.mean(0)
    u, s, v = torch.linalg.svd(x, full_matrices=False)
    return x @ v[:k].T, s**2 / (len(x) - 1)


projected, variance = pca(x, 1)
print(projected.shape, variance.shape, (variance[0] > variance[1]).item())


def knn(train_x, train_y, x, k=3):
    d = ((x[:, None, :] - train_x[None, :, :]) ** 2).sum(-1)
    return train_y[d.topk(k, largest=False).indices].mode(dim=1).values


print(knn(x, (x[:, 0] > 1.5).long(), torch.tensor([[0.1, 0.1], [2.9, 3.1]])))
onehot = torch.zeros(3, 4).scatter_(1, torch.tensor([[1], [3], [0]]), 1)
print(onehot, onehot.argmax(1), torch.eye(4)[torch.tensor([1, 3, 0])].equal(onehot))
