/// <reference types="@astrojs/starlight" />
declare module 'virtual:sandbox/engine' {
  const text: string;
  export default text;
}
declare module 'virtual:sandbox/program' {
  const text: string;
  export default text;
}
