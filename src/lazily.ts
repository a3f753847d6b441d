type Asynchronous<T> = { readonly [Method in keyof T]: (...given: never[]) => Promise<unknown> };

/**
 * A port that its first call loads, so that a run pays for what it uses, and loads it while the network is busy. For
 * ports whose methods are all asynchronous.
 */
export function lazily<T extends Asynchronous<T>>(load: () => Promise<T>): T {
  let loading: Promise<T> | null = null;
  const call = async (method: keyof T, given: never[]): Promise<unknown> => {
    loading ??= load();
    const port = await loading;
    return await port[method](...given);
  };
  return new Proxy({} as T, {
    get: (_, method) =>
      // Not a promise, whatever awaits it by mistake.
      method === 'then' ? undefined : (...given: never[]) => call(method as keyof T, given),
  });
}
