import { enter } from '../index.js';
await enter('check');
