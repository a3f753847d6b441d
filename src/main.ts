/** The three doors of one bundle: each loads only what it needs. */
export async function enter(door: 'rotate' | 'check' | 'reactivate'): Promise<void> {
  switch (door) {
    case 'rotate':
      await import('./rotate.ts');
      return;
    case 'check':
      await import('./check.ts');
      return;
    case 'reactivate':
      await import('./reactivate.ts');
      return;
  }
}
