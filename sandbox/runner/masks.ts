/** How GitHub's runner hides secrets: every value it was told, each of its lines, and the encodings it derives. */

/**
 * The forms in which the runner recognises a value, as its ValueEncoders.cs makes them (HostContext.cs registers
 * them). Base64 is that of the value without its first 0, 1 and 2 bytes, padding included: it finds a value that ends
 * the encoded text or fills it to a multiple of three bytes, and not one that other text follows.
 */
export function derived(value: string): string[] {
  const bytes = Buffer.from(value);
  const base64 = [0, 1, 2].map((cut) => bytes.subarray(bytes.length > cut ? cut : 0).toString('base64'));
  const isQuoted = value.length > 8 && value.startsWith('"') && value.endsWith('"');
  return [
    value,
    ...base64,
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    JSON.stringify(value).slice(1, -1),
    uriEscaped(value),
    xmlEscaped(value),
    isQuoted ? value.slice(1, -1) : '',
    ...shellSections(value),
  ].filter((form) => form !== '');
}

/** .NET's Uri.EscapeDataString: everything but RFC 3986's unreserved characters. */
function uriEscaped(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function xmlEscaped(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** PowerShell's errors split a value at its ampersands, and colour the letter after `&+`; short sections stay visible. */
function shellSections(value: string): string[] {
  const coloured = value.indexOf('&+');
  const end = coloured >= 0 ? coloured + 2 : value.lastIndexOf('&') + 1;
  if (end === 0) return [];
  const sections = [value.slice(0, end), value.slice(coloured >= 0 ? end + 1 : end)];
  return sections.filter((section) => section.length >= 6);
}

export class Masker {
  private readonly forms = new Set<string>();

  /** No mask is too short: only white space is none. A value of several lines hides each of them as well. */
  add(value: string): void {
    const lines = value.split(/[\r\n]/).map((line) => line.trim());
    for (const part of [value, ...lines])
      if (part.trim() !== '') for (const form of derived(part)) this.forms.add(form);
  }

  /** Forms that overlap or touch disappear behind one `***`. */
  apply(text: string): string {
    const hidden = new Uint8Array(text.length);
    for (const form of this.forms)
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
        hidden.fill(1, at, at + form.length);
    let masked = '';
    for (let at = 0, end = 0; at < text.length; at = end) {
      end = hidden.indexOf(1 - (hidden[at] ?? 0), at);
      if (end < 0) end = text.length;
      masked += hidden[at] === 1 ? '***' : text.slice(at, end);
    }
    return masked;
  }

  hides(text: string): boolean {
    return this.apply(text) !== text;
  }
}
