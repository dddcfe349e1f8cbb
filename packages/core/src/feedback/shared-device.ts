/**
 * How somebody came to a question: by a link of her own, on a device of the house that was handed to her, or at a kiosk. On
 * the last two she leaves nothing behind.
 */
export const linkWays = ['link', 'device', 'kiosk'] as const
export type LinkWay = (typeof linkWays)[number]

/** A form is typed over from paper by such a link too: a colleague sees its pages, and nothing that was said before. */
export const formLinkWays = [...linkWays, 'paper'] as const
export type FormLinkWay = (typeof formLinkWays)[number]

/** A link that is opened on a device of the house works for so long; an answer that was on its way is taken later too. */
export const sharedDeviceMinutes = 120

/** Whether the device is somebody else's, or everybody's: then what was answered is not shown on it. */
export function isSharedDevice(way: FormLinkWay): boolean {
  return way !== 'link'
}
