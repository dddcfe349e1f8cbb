/** A guest at a meeting who came by her link, on a device without a browser: she sends the forms of her pages. */
import { request } from '@playwright/test'

export type GuestForms = {
  /** Sends a form of one of her pages, e.g. `/na`. */
  send: (below: string, fields: Readonly<Record<string, string>>) => Promise<void>
  /** Sends the form that stands on a page, with what is hidden in it. */
  sendShown: (below: string, fields: Readonly<Record<string, string>>) => Promise<void>
  /** What a page of hers says. */
  read: (below: string) => Promise<string>
}

/** `link`: to her place at the table, as it stood in her invitation. */
export async function guestForms(link: string): Promise<GuestForms> {
  const device = await request.newContext()
  const root = link.replace(/\/na$/, '')
  const read = async (below: string) => {
    const answer = await device.get(`${root}${below}`)
    if (!answer.ok()) throw new Error(`GET ${below}: ${answer.status()}`)
    return answer.text()
  }
  const send = async (below: string, fields: Readonly<Record<string, string>>) => {
    const answer = await device.post(`${root}${below}`, { form: { ...fields } })
    if (!answer.ok()) throw new Error(`POST ${below}: ${answer.status()} ${await answer.text()}`)
  }
  const sendShown = async (below: string, fields: Readonly<Record<string, string>>) => {
    const hidden = (await read(below)).matchAll(/<input type="?hidden"? name="?([\w-]+)"? value="?([^" >]*)/g)
    await send(below, {
      ...Object.fromEntries([...hidden].map(([, name, value]) => [name, value])),
      ...fields,
    })
  }
  return { send, sendShown, read }
}
