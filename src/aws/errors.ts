import { Failure } from '../flow/errors.ts';
import { ServiceError } from '../flow/ports.ts';

interface SdkError {
  readonly name: string;
  readonly message: string;
  /** The code as AWS spells it; `name` has the suffix `Exception` for modelled errors only. */
  readonly Code?: string;
  /** Only what AWS answered has one: what the SDK throws for an answer that it cannot parse has none. */
  readonly $fault?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

/** Runs one SDK call and turns whatever it throws into a {@link ServiceError}: code, status, request ID, no body. */
export async function asServiceError<T>(
  service: 'iam' | 'sts',
  operation: string,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    // What the credential source says for itself must not be taken for an answer of this call.
    if (!(error instanceof Error) || error instanceof ServiceError || error instanceof Failure) throw error;
    throw new ServiceError({ service, operation, cause: error, ...said(error as SdkError) });
  }
}

function said(error: SdkError): Pick<ServiceError, 'code' | 'status' | 'message' | 'requestId'> {
  const { name, message, Code, $fault, $metadata } = error;
  const status = $metadata?.httpStatusCode ?? 0;
  const requestId = $metadata?.requestId ?? null;
  if (name === 'Unreadable') return { code: name, status: 200, message, requestId };
  if (status === 0)
    return { code: 'NetworkError', status, message: `no answer (${name}: ${message})`, requestId };
  // The parser's own words quote the answer, and that may hold a secret which nobody has masked yet.
  if (status < 300 || $fault === undefined)
    return { code: 'Unreadable', status, message: `the answer cannot be read (${name})`, requestId };
  const code = Code ?? name.replace(/Exception$/, '');
  // Codes are shown in many places and compared in some: what is no word is none.
  return { code: /^[\w.:-]{1,100}$/.test(code) ? code : 'Unreadable', status, message, requestId };
}
