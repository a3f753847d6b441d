/**
 * GitHub's expressions, as far as this project's workflows use them; anything else is an error, never a guess. Facts:
 * GitHub docs, "Evaluate expressions in workflows and actions". `peers/expressions.test.ts` holds it against GitHub's own
 * evaluator.
 */

export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | { readonly [name: string]: Value | undefined };

/** What expressions see: `github`, `secrets`, `matrix`, … by lower-case name. */
export type Contexts = Readonly<Record<string, Value>>;

/** How the job went so far, for `success()` and its siblings. */
export interface Status {
  readonly failed: boolean;
}

const TOKEN = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w-]*)|(&&|\|\||==|!=|[!()[\].,]))\s*/y;

type Word =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'name' | 'sign'; readonly text: string };

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const [, quoted, number, name, sign] = TOKEN.exec(text) ?? [];
    if (quoted !== undefined)
      words.push({ kind: 'literal', value: quoted.slice(1, -1).replaceAll("''", "'") });
    else if (number !== undefined) words.push({ kind: 'literal', value: Number(number) });
    else if (name !== undefined) words.push({ kind: 'name', text: name });
    else if (sign !== undefined) words.push({ kind: 'sign', text: sign });
    else throw unknown(text);
  }
  return words;
}

const unknown = (text: string): Error => new Error(`The sandbox evaluates no '${text}'.`);

/** A recursive descent by precedence: `||`, `&&`, equality, `!`, then a value with its `.name` and `[index]`. */
class Evaluation {
  private readonly text: string;
  private readonly words: readonly Word[];
  private readonly contexts: Contexts;
  private readonly status: Status;
  private at = 0;

  constructor(text: string, contexts: Contexts, status: Status) {
    this.text = text;
    this.words = wordsOf(text);
    this.contexts = contexts;
    this.status = status;
  }

  whole(): Value {
    const value = this.or();
    if (this.at < this.words.length) throw unknown(this.text);
    return value;
  }

  /** Both sides are evaluated: nothing here has an effect, and an error on the unused side is worth knowing. */
  private or(): Value {
    let value = this.and();
    while (this.takes('||')) {
      const other = this.and();
      value = isTrue(value) ? value : other;
    }
    return value;
  }

  private and(): Value {
    let value = this.equality();
    while (this.takes('&&')) {
      const other = this.equality();
      value = isTrue(value) ? other : value;
    }
    return value;
  }

  private equality(): Value {
    let value = this.not();
    for (;;) {
      if (this.takes('==')) value = areEqual(value, this.not());
      else if (this.takes('!=')) value = !areEqual(value, this.not());
      else return value;
    }
  }

  private not(): Value {
    return this.takes('!') ? !isTrue(this.not()) : this.path(this.primary());
  }

  private path(start: Value): Value {
    let value = start;
    for (;;) {
      if (this.takes('.')) value = member(value, this.name());
      else if (this.takes('[')) {
        value = member(value, this.or());
        this.expect(']');
      } else return value;
    }
  }

  private primary(): Value {
    if (this.takes('(')) {
      const value = this.or();
      this.expect(')');
      return value;
    }
    const word = this.words[this.at++];
    if (word?.kind === 'literal') return word.value;
    if (word?.kind !== 'name') throw unknown(this.text);
    if (this.takes('(')) return this.call(word.text.toLowerCase());
    const constant = { true: true, false: false, null: null }[word.text];
    if (constant !== undefined) return constant;
    const context = this.contexts[word.text.toLowerCase()];
    if (context === undefined) throw new Error(`No context is named ${word.text}: '${this.text}'.`);
    return context;
  }

  private call(name: string): Value {
    const given: Value[] = [];
    while (!this.takes(')')) {
      if (given.length > 0) this.expect(',');
      given.push(this.or());
    }
    const [first = null] = given;
    if (name === 'fromjson' && given.length === 1) return JSON.parse(toText(first)) as Value;
    if (given.length > 0) throw unknown(this.text);
    if (name === 'always') return true;
    if (name === 'success') return !this.status.failed;
    if (name === 'failure') return this.status.failed;
    throw unknown(this.text);
  }

  private name(): string {
    const word = this.words[this.at++];
    if (word?.kind !== 'name') throw unknown(this.text);
    return word.text;
  }

  private takes(sign: string): boolean {
    const word = this.words[this.at];
    const found = word?.kind === 'sign' && word.text === sign;
    if (found) this.at++;
    return found;
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw unknown(this.text);
  }
}

/** Names match whatever their case; what is not there is null. */
function member(value: Value, key: Value): Value {
  if (value === null || typeof value !== 'object') return null;
  const wanted = toText(key).toLowerCase();
  return Object.entries(value).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;
}

const isTrue = (value: Value): boolean => value !== null && value !== false && value !== 0 && value !== '';

/** Strings without regard to case; different types as numbers, where what is none equals nothing. */
function areEqual(a: Value, b: Value): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  if (typeof a === typeof b && a !== null && b !== null) return a === b;
  return toNumber(a) === toNumber(b);
}

function toNumber(value: Value): number {
  if (value === null || value === '') return 0;
  return typeof value === 'object' ? Number.NaN : Number(value);
}

function toText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'object') return Array.isArray(value) ? 'Array' : 'Object';
  return String(value);
}

const NEVER_FAILED: Status = { failed: false };

/** @param text without `${{ }}`. */
export const evaluate = (text: string, contexts: Contexts, status: Status = NEVER_FAILED): Value =>
  new Evaluation(text.trim(), contexts, status).whole();

const EXPRESSION = /\$\{\{((?:[^'}]|'(?:[^']|'')*'|\}(?!\}))*)\}\}/g;

/** A value of a workflow file: one lone expression keeps its type, anything else becomes text. */
export function resolved(raw: Value, contexts: Contexts): Value {
  if (typeof raw !== 'string') return raw;
  const [lone] = raw.trim().matchAll(EXPRESSION);
  if (lone?.[0] === raw.trim()) return evaluate(lone[1] ?? '', contexts);
  return raw.replace(EXPRESSION, (_all, expression: string) => toText(evaluate(expression, contexts)));
}

/** The same as text, as `with` and `env` have it. */
export const resolvedText = (raw: Value, contexts: Contexts): string => toText(resolved(raw, contexts));

/** An `if`: with or without `${{ }}`, and `success() &&` in front unless it asks for the status itself. */
export function holds(condition: Value | undefined, contexts: Contexts, status: Status): boolean {
  const text = condition === undefined ? 'success()' : toText(condition);
  const [lone] = text.trim().matchAll(EXPRESSION);
  const expression = lone?.[0] === text.trim() ? (lone[1] ?? '') : text;
  const asks = /\b(always|success|failure|cancelled)\s*\(/.test(expression);
  return isTrue(evaluate(asks ? expression : `success() && (${expression})`, contexts, status));
}
