export { sourcage } from './sourcage.ts';
