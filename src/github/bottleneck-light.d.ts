/** The build without Redis, which the throttling plugin itself uses; it ships without types of its own. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck';
}
