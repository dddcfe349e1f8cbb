import type { ExportPurpose } from '@weerklank/core/access/purpose-lock'
import type { CheckExportFormat } from '@weerklank/core/feedback/check-export'
import { address } from '../api/address.ts'
import { ApiError, errorOfAnswer } from '../api/api-error.ts'

type Wish = {
  format: CheckExportFormat
  purpose: ExportPurpose
  relation: string | undefined
  signal: AbortSignal
  /** How many bytes came in so far. */
  onProgress: (bytes: number) => void
}

/** Fetches a file of checks, with its name. Throws an ApiError; when it was stopped, what the browser throws. */
export async function fetchChecks(wish: Wish): Promise<{ name: string; content: Blob }> {
  const { format, purpose, relation, signal, onProgress } = wish
  const url = address('/api/exports/checks', {}, { format, purpose, ...(relation && { relation }) })
  const headers = { 'x-weerklank': '1' }
  const answer = await fetch(url, { headers, credentials: 'same-origin', signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new ApiError('unavailable')
  })
  if (!answer.ok) throw errorOfAnswer(answer.status, await answer.json().catch(() => undefined))
  const [, name = 'weerklank-checks'] =
    /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  const content = await gathered(answer, onProgress).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    // It broke off: half a file is no file.
    throw new ApiError('unavailable')
  })
  return { name, content }
}

async function gathered(answer: Response, onProgress: (bytes: number) => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = answer.body?.getReader()
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {}
    if (value !== undefined) {
      parts.push(value)
      bytes += value.byteLength
      onProgress(bytes)
    }
    if (done) return new Blob(parts, { type: answer.headers.get('content-type') ?? '' })
  }
}

/** Lets the browser keep a file under its name. */
export function keepFile({ name, content }: { name: string; content: Blob }): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
