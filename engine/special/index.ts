/** `torch.special`: functions of its own, and other names for torch's. Source: https://docs.pytorch.org/docs/stable/special.html */

export {
  digamma,
  digamma as psi,
  erf,
  erfc,
  erfinv,
  exp2,
  expm1,
  i0,
  igamma as gammainc,
  igammac as gammaincc,
  lgamma as gammaln,
  log1p,
  logit,
  logsumexp,
  mvlgamma as multigammaln,
  polygamma,
  round,
  sigmoid as expit,
  sinc,
  xlogy,
} from '../generated.ts';
export { log_softmax, softmax } from '../nn/functional.ts';
export * from './generated.ts';
