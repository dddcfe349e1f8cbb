import { address } from '../api/address.ts'
import { ApiError, errorOfAnswer } from '../api/api-error.ts'

/** Fetches everything that is kept about oneself, and lets the browser keep the file under its name. */
export async function takeMyData(format: 'html' | 'json'): Promise<void> {
  const url = address('/api/me/data', undefined, { format, purpose: 'own-data' })
  const answer = await fetch(url, { credentials: 'same-origin' }).catch(() => {
    throw new ApiError('unavailable')
  })
  if (!answer.ok) throw errorOfAnswer(answer.status, await answer.json().catch(() => undefined))
  const [, name = `mijn-gegevens.${format}`] =
    /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
