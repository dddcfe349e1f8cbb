import { type ErrorCode, errorText, errorTexts } from '@weerklank/core/shared/errors'
import { currentLanguage } from '../language/language-choice.ts'

/** A request that did not do what was asked. `message` is fit for the screen; `fields` holds a reason per dotted path. */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly fields: Readonly<Record<string, string>>

  constructor(code: ErrorCode, options: { message?: string; fields?: Record<string, string> } = {}) {
    super(options.message ?? errorText(code, currentLanguage()))
    this.name = 'ApiError'
    this.code = code
    this.fields = options.fields ?? {}
  }
}

const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  415: 'wrong-media-type',
  429: 'too-many',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
}

/** The error in an answer; one that is not ours (a proxy, the sign-in library) is told by its status. */
export function errorOfAnswer(status: number, body: unknown): ApiError {
  const { error } = record(body)
  const { code, message, fields } = record(error)
  if (!isErrorCode(code)) return new ApiError(codeOfStatus[status] ?? 'internal')
  return new ApiError(code, {
    ...(typeof message === 'string' && message !== '' ? { message } : {}),
    fields: textsOnly(record(fields)),
  })
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorTexts, code)
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function textsOnly(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(values).filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string'
  })
  return Object.fromEntries(texts)
}
