import { createHash, randomBytes } from 'node:crypto'
import type { WorkspaceId } from '@weerklank/core/shared/ids'

/**
 * A link's secret (to a check, to one's own page): the workspace (so that its rows can be reached before anything else is known) and 16 random
 * bytes, in 43 characters that survive every mail program. Only the SHA-256 is stored; with 128 random bits a slow hash
 * would add nothing.
 */
export function newToken(workspace: WorkspaceId): { token: string; hash: string } {
  const bytes = Buffer.concat([Buffer.from(workspace.replaceAll('-', ''), 'hex'), randomBytes(16)])
  const token = bytes.toString('base64url')
  return { token, hash: hashOf(token) }
}

/** The workspace and hash of a token, or null for a text that cannot be one. */
export function readToken(token: string): { workspace: WorkspaceId; hash: string } | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const hex = Buffer.from(token, 'base64url').toString('hex').slice(0, 32)
  const workspace = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as WorkspaceId
  return { workspace, hash: hashOf(token) }
}

/** How a code is kept that somebody types: it says nothing about the same code in another workspace. */
export function hashOfCode(workspace: WorkspaceId, code: string): string {
  return hashOf(`code ${workspace} ${code}`)
}

/** What is kept of a secret: its SHA-256, in hexadecimal. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
