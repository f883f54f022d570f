// @says These windows stand side by side. Item i begins at place i, so neighbours overlap.
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
    const start = Math.min(i * this.width, this.series.size(0) - this.width - 1);
    return [this.series.index(torch.Slice(start, start + this.width)), this.series.index(start + this.width)];
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
