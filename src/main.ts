/** The three doors of one bundle: each loads only what it needs. Whatever is thrown up to here is a defect, and red. */
export async function enter(name: 'rotate' | 'check' | 'reactivate'): Promise<void> {
  try {
    const door = await load(name);
    await door.open();
  } catch (error) {
    const { failAsDefect } = await import('./action/finish.ts');
    failAsDefect(error);
  }
}

function load(name: 'rotate' | 'check' | 'reactivate'): Promise<{ open(): Promise<void> }> {
  switch (name) {
    case 'rotate':
      return import('./doors/rotate.ts');
    case 'check':
      return import('./doors/check.ts');
    case 'reactivate':
      return import('./doors/reactivate.ts');
  }
}
