/** In which modules of PyTorch's own the classes stand that others hand on: `<class 'torch.nn.modules.linear.Linear'>`. */

const names: Record<string, string> = {
  'torch.nn.parameter': 'Parameter',
  'torch.nn.modules.pooling': 'AdaptiveAvgPool2d AvgPool1d AvgPool2d MaxPool1d MaxPool2d',
  'torch.nn.modules.dropout': 'Dropout Dropout2d',
  'torch.nn.modules.loss':
    'BCELoss BCEWithLogitsLoss CosineEmbeddingLoss CrossEntropyLoss GaussianNLLLoss HingeEmbeddingLoss HuberLoss KLDivLoss L1Loss MSELoss MarginRankingLoss MultiLabelMarginLoss MultiLabelSoftMarginLoss MultiMarginLoss NLLLoss PoissonNLLLoss SmoothL1Loss SoftMarginLoss TripletMarginLoss',
  'torch.nn.modules.batchnorm': 'BatchNorm1d BatchNorm2d',
  'torch.nn.modules.linear': 'Bilinear Identity Linear',
  'torch.nn.modules.activation':
    'CELU ELU GELU GLU Hardshrink Hardsigmoid Hardswish Hardtanh LeakyReLU LogSigmoid LogSoftmax Mish MultiheadAttention PReLU ReLU ReLU6 SELU SiLU Sigmoid Softmax Softmin Softplus Softshrink Softsign Tanh Tanhshrink',
  'torch.nn.modules.padding':
    'CircularPad1d CircularPad2d ConstantPad1d ConstantPad2d ReflectionPad1d ReflectionPad2d ReplicationPad1d ReplicationPad2d ZeroPad1d ZeroPad2d',
  'torch.nn.modules.container': 'ModuleDict ModuleList ParameterDict ParameterList Sequential',
  'torch.nn.modules.conv': 'Conv1d Conv2d ConvTranspose1d ConvTranspose2d',
  'torch.nn.modules.distance': 'CosineSimilarity',
  'torch.nn.modules.normalization': 'GroupNorm LayerNorm RMSNorm',
  'torch.nn.modules.sparse': 'Embedding',
  'torch.nn.modules.flatten': 'Flatten Unflatten',
  'torch.nn.modules.fold': 'Fold Unfold',
  'torch.nn.modules.rnn': 'GRU GRUCell LSTM LSTMCell RNN RNNCell',
  'torch.nn.modules.instancenorm': 'InstanceNorm1d InstanceNorm2d',
  'torch.nn.modules.module': 'Module',
  'torch.nn.modules.pixelshuffle': 'PixelShuffle PixelUnshuffle',
  'torch.nn.modules.transformer': 'TransformerEncoderLayer',
  'torch.nn.modules.upsampling': 'Upsample',
  'torch.optim.adagrad': 'Adagrad',
  'torch.optim.adam': 'Adam',
  'torch.optim.adamw': 'AdamW',
  'torch.optim.optimizer': 'Optimizer Optimizer',
  'torch.optim.rmsprop': 'RMSprop',
  'torch.optim.sgd': 'SGD',
  'torch.utils.data.dataloader': 'DataLoader',
  'torch.utils.data.dataset': 'ConcatDataset Dataset Subset TensorDataset',
  'torch.utils.data.distributed': 'DistributedSampler',
  'torch.utils.data.sampler':
    'BatchSampler RandomSampler Sampler SequentialSampler SubsetRandomSampler WeightedRandomSampler',
};

const places = new Map(
  Object.entries(names).flatMap(([place, classes]) => classes.split(' ').map((name) => [name, place])),
);

/** @param module the one that hands the class on */
export function placeOf(name: string, module: string): string {
  return module.startsWith('torch.') ? (places.get(name) ?? module) : module;
}
