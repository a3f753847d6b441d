import { Failure } from '../flow/errors.ts';
import { ServiceError } from '../flow/ports.ts';

interface SdkError {
  readonly name: string;
  readonly message: string;
  /** The code as AWS spells it; `name` has the suffix `Exception` for modelled errors only. */
  readonly Code?: string;
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
    const { name, message, Code, $metadata } = error as SdkError;
    const status = $metadata?.httpStatusCode ?? 0;
    throw new ServiceError({
      service,
      operation,
      code: status === 0 ? 'NetworkError' : (Code ?? name.replace(/Exception$/, '')),
      status,
      message: status === 0 ? `no answer (${name}: ${message})` : message,
      requestId: $metadata?.requestId ?? null,
      cause: error,
    });
  }
}
