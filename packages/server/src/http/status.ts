import type { ErrorCode } from '@weerklank/core/shared/errors'

/** The one table from error code to HTTP status. */
export const statusOf = {
  'not-signed-in': 401,
  'second-factor-needed': 403,
  'session-locked': 403,
  'proof-needed': 403,
  'proof-wrong': 422,
  'not-allowed': 403,
  'purpose-refused': 403,
  'cross-site': 403,
  'not-found': 404,
  'link-unknown': 404,
  'link-expired': 410,
  'link-revoked': 410,
  'checks-refused': 409,
  conflict: 409,
  'too-large': 413,
  'wrong-media-type': 415,
  'unreadable-body': 400,
  'invalid-input': 422,
  'too-many': 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>
