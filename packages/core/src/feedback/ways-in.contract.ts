import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { formInvitationId, invitationId, relationId } from '../shared/ids.ts'
import { letterStates } from './letter.ts'

const params = z.object({ relation: relationId, invitation: invitationId })

/** By which ways somebody can come to a question that waits for her, and what went out by mail. */
export const waysIn = z.object({
  /** False where no mail server is set: a letter would wait for one, a week at most. Screens do not offer it then. */
  canMail: z.boolean(),
  /** Whether there is a kiosk here that a code opens a question at. */
  hasKiosk: z.boolean(),
  letters: z.object({ sent: z.int(), atMost: z.int(), last: z.enum(letterStates) }),
})
export type WaysIn = z.infer<typeof waysIn>

/** Ways to a question beside the link itself. For people only: no program sends letters to addresses of its own. */
export const waysInEndpoints = {
  waysIn: {
    id: 'getWaysIn',
    method: 'GET',
    path: '/api/relations/:relation/invitations/:invitation/ways',
    summary: 'By which ways somebody can come to a question, and how many letters went out',
    params,
    response: waysIn,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  mailLink: {
    id: 'mailInvitation',
    method: 'POST',
    path: '/api/relations/:relation/invitations/:invitation/letters',
    summary:
      'Send a link by mail to an address that is forgotten once it is sent. Older links go on working.',
    params,
    body: z.strictObject({ email: z.email().max(254) }),
    response: waysIn,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'checks-refused', 'conflict'],
  },
  handOver: {
    id: 'handOverInvitation',
    method: 'POST',
    path: '/api/relations/:relation/invitations/:invitation/hand-over',
    summary:
      'A link to answer on this device, for two hours; what was answered is not shown on it. Lock the session next.',
    params,
    response: z.object({ url: z.string() }),
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'checks-refused', 'conflict'],
  },
  kioskCode: {
    id: 'makeKioskCode',
    method: 'POST',
    path: '/api/relations/:relation/invitations/:invitation/kiosk-code',
    summary:
      'A code that opens this question at a kiosk, once, for a quarter of an hour. Told once; one before it ends',
    params,
    response: z.object({ code: z.string(), expiresAt: z.iso.datetime() }),
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'checks-refused', 'conflict'],
  },
} as const satisfies Record<string, Endpoint>

const ofForm = { params: z.object({ relation: relationId, invitation: formInvitationId }) }

/** The same ways to a form. */
export const formWaysInEndpoints = {
  formWaysIn: {
    ...waysInEndpoints.waysIn,
    ...ofForm,
    id: 'getFormWaysIn',
    path: '/api/relations/:relation/form-invitations/:invitation/ways',
    summary: 'By which ways somebody can come to a form, and how many letters went out',
  },
  mailFormLink: {
    ...waysInEndpoints.mailLink,
    ...ofForm,
    id: 'mailFormInvitation',
    path: '/api/relations/:relation/form-invitations/:invitation/letters',
    summary: 'Send a link to a form by mail, to an address that is forgotten once it is sent',
  },
  handOverForm: {
    ...waysInEndpoints.handOver,
    ...ofForm,
    id: 'handOverFormInvitation',
    path: '/api/relations/:relation/form-invitations/:invitation/hand-over',
    summary: 'A link to fill in a form on this device while the session is locked, for two hours',
  },
  formKioskCode: {
    ...waysInEndpoints.kioskCode,
    ...ofForm,
    id: 'makeFormKioskCode',
    path: '/api/relations/:relation/form-invitations/:invitation/kiosk-code',
    summary:
      'A code that opens this form at a kiosk, once, for a quarter of an hour. Told once; one before it ends',
  },
} as const satisfies Record<string, Endpoint>
