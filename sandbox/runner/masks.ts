/** How GitHub's runner hides secrets: every value it was told, each of its lines, and the encodings it derives. */

/** Read in actions/runner 2.336.0: base64 in three shifts, JSON, URI and XML escapes, and the value without quotes. */
export function derived(value: string): string[] {
  if (value === '') return [];
  const shifts = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from('x'.repeat(shift) + value).toString('base64');
    // Only the characters that belong to the value alone.
    return encoded.slice(shift === 0 ? 0 : 4, -4);
  });
  const xml = value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
  return [
    value,
    ...value.split(/\r?\n/),
    ...shifts,
    Buffer.from(value).toString('base64'),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    xml,
  ].filter((form) => form.length >= 3);
}

export class Masker {
  private readonly forms = new Set<string>();

  add(value: string): void {
    for (const form of derived(value)) this.forms.add(form);
  }

  apply(text: string): string {
    let masked = text;
    for (const form of [...this.forms].sort((a, b) => b.length - a.length))
      masked = masked.replaceAll(form, '***');
    return masked;
  }

  hides(text: string): boolean {
    return this.apply(text) !== text;
  }
}
