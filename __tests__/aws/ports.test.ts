/** The deployed pair is proven while the rest of the action is still being loaded. */
import { expect, it } from '@jest/globals';
import { awsPorts, provingAtOnce } from '../../src/aws/ports.ts';
import type { Identity, Pair } from '../../src/flow/ports.ts';

const session = { role: null, audience: '', region: 'us-east-1' };
const pair: Pair = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not a real one' };

/** Ports whose prover counts its questions and answers each with its number. */
function counting(questions: Pair[]): typeof awsPorts {
  return (...given) => ({
    ...awsPorts(...given),
    prover: {
      async prove(asked): Promise<Identity> {
        questions.push(asked);
        return { account: '123456789012', arn: `answer ${questions.length}` };
      },
    },
  });
}

const connect = (deployed: Pair, questions: Pair[]) =>
  provingAtOnce(counting(questions), deployed)(session, { mask: () => {} }, null, { note: () => {} });

it('is asked about at once, and the first question gets that answer', async () => {
  const questions: Pair[] = [];
  const { prover } = connect(pair, questions);
  expect(questions).toEqual([pair]);
  await expect(prover.prove(pair)).resolves.toMatchObject({ arn: 'answer 1' });
  expect(questions).toHaveLength(1);
});

it('is asked about anew by whoever asks again: an old answer proves nothing', async () => {
  const questions: Pair[] = [];
  const { prover } = connect(pair, questions);
  await prover.prove(pair);
  await expect(prover.prove(pair)).resolves.toMatchObject({ arn: 'answer 2' });
});

it('never answers for another pair', async () => {
  const questions: Pair[] = [];
  const { prover } = connect(pair, questions);
  await expect(prover.prove({ ...pair })).resolves.toMatchObject({ arn: 'answer 2' });
  await expect(prover.prove(pair)).resolves.toMatchObject({ arn: 'answer 3' });
});

it('is not asked about when half of it is missing', () => {
  const questions: Pair[] = [];
  connect({ ...pair, secretAccessKey: '' }, questions);
  expect(questions).toEqual([]);
});
