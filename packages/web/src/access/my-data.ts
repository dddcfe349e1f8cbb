import { address } from '../api/address.ts'
import { ApiError, errorOfAnswer } from '../api/api-error.ts'
import { keepFile } from '../ui/keep-file.ts'

/** Fetches everything that is kept about oneself, and lets the browser keep the file under its name. */
export async function takeMyData(format: 'html' | 'json'): Promise<void> {
  const url = address('/api/me/data', undefined, { format, purpose: 'own-data' })
  const answer = await fetch(url, { credentials: 'same-origin' }).catch(() => {
    throw new ApiError('unavailable')
  })
  if (!answer.ok) throw errorOfAnswer(answer.status, await answer.json().catch(() => undefined))
  const [, name = `mijn-gegevens.${format}`] =
    /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  keepFile(await answer.blob(), name)
}
