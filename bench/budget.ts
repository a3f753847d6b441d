/** Holds counts and sizes to bench/budgets.json. Absolute times are never part of it: they are the machine's. */

/** By what is measured, and by figure. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A sentence for each figure over its budget, without a budget, or not measured. */
export function overruns(budgets: Figures, measured: Figures): string[] {
  const names = new Set([...Object.keys(budgets), ...Object.keys(measured)]);
  return [...names].flatMap((name) => {
    const [allowed, found] = [budgets[name] ?? {}, measured[name] ?? {}];
    const figures = new Set([...Object.keys(allowed), ...Object.keys(found)]);
    return [...figures].flatMap((figure) => {
      const why = overrun(allowed[figure], found[figure]);
      return why === null ? [] : [`${name}: ${figure}: ${why}`];
    });
  });
}

function overrun(allowed: number | undefined, found: number | undefined): string | null {
  if (allowed === undefined) return 'no budget';
  if (found === undefined) return 'not measured';
  // Not `found > allowed`: what is no number is over every budget.
  return found <= allowed ? null : `${found} is over the budget of ${allowed}`;
}

/** The less of two measurements of the same: a loaded machine can only make a figure worse, never better. */
export const least = (one: Figures, other: Figures): Figures =>
  Object.fromEntries(
    Object.entries(one).map(([name, figures]) => [
      name,
      Object.fromEntries(
        Object.entries(figures).map(([figure, value]) => [
          figure,
          Math.min(value, other[name]?.[figure] ?? value),
        ]),
      ),
    ]),
  );
