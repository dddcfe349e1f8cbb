import type { SessionState, sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import { call } from '../api/client.ts'

export function lockSession(): Promise<SessionState> {
  return call<typeof sessionEndpoints.lock>('POST', '/api/session/lock', {})
}
