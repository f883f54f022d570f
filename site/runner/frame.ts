/**
 * The frame that the learner's code lives in: no origin of its own, so none of this site's data, and a policy that
 * leaves it no network. It starts and ends workers for the page, and knows nothing else.
 *
 * The workers are made from `data:` addresses: one made from a blob in such a frame has no WebGPU.
 */

/** 'unsafe-eval' is for the loops that the engine compiles: the frame has nothing that they could steal. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob: data:; worker-src data:; connect-src 'none'";

/** The worker's first breath: imports the two modules it is sent, then serves the port that came with them. */
const BOOTSTRAP = `onmessage = async ({ data: { engine, program, name, device, kernels }, ports: [port] }) => {
  onmessage = null;
  const url = (code) => URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  try {
    const engineUrl = url(engine);
    const load = (code) => url(code.replaceAll(name, engineUrl));
    const { serve } = await import(load(program));
    await serve(port, load, device, kernels);
  } catch (error) {
    port.postMessage({ type: 'broken', message: String(error?.stack ?? error) });
  }
};`;

/** The frame's only script: the policy of the page, which the frame inherits, names it by its hash. */
export const FRAME_SCRIPT = `onmessage = ({ source, ports: [control] }) => {
  if (source !== parent || !control) return;
  onmessage = null;
  let worker = null;
  control.onmessage = ({ data, ports }) => {
    worker?.terminate();
    worker = data && new Worker(${JSON.stringify(`data:text/javascript,${encodeURIComponent(BOOTSTRAP)}`)});
    worker?.postMessage(data, ports);
  };
  control.postMessage('ready');
};`;

/** A control port: a message to it ends the frame's worker; with a Boot and a port, it starts another. */
export function openFrame(): Promise<{ control: MessagePort; frame: HTMLIFrameElement }> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.hidden = true;
  frame.title = 'Where your code runs';
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${FRAME_SCRIPT}</script>`;
  return new Promise((resolve) => {
    frame.onload = () => {
      const { port1: control, port2 } = new MessageChannel();
      control.onmessage = () => resolve({ control, frame });
      frame.contentWindow?.postMessage('open', '*', [port2]);
    };
    document.body.append(frame);
  });
}
