import * as torch from 'torch';

const { DataLoader, Dataset } = torch.utils.data;

class Windows extends Dataset<torch.Tensor[]> {
  series: torch.Tensor;
  width: number;

  constructor(series: torch.Tensor, width: number) {
    super();
    this.series = series;
    this.width = width;
  }

  __getitem__(i: number): torch.Tensor[] {
    return [this.series.index(torch.Slice(i, i + this.width)), this.series.index(i + this.width)];
  }

  __len__(): number {
    return this.series.size(0) - this.width;
  }
}

export async function load(series: torch.Tensor, width: number): Promise<torch.Tensor[][]> {
  return Array.fromAsync(new DataLoader(new Windows(series, width), { batch_size: 4 }));
}

export function count(series: torch.Tensor, width: number): number {
  return new Windows(series, width).length;
}
