/** Secrets that turn up before the toolkit is loaded. */
import { expect, it } from '@jest/globals';
import { Masks } from '../../src/doors/masks.ts';

it('are told to the runner once there is one, in their order, and from then on at once', () => {
  const masks = new Masks();
  const told: string[] = [];
  masks.mask('first');
  masks.mask('second');
  masks.tell({ mask: (secret) => told.push(secret) });
  expect(told).toEqual(['first', 'second']);
  masks.mask('third');
  expect(told).toEqual(['first', 'second', 'third']);
  masks.tell({ mask: (secret) => told.push(secret) });
  expect(told).toHaveLength(3);
});
