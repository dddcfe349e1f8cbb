import { z } from 'zod'

/** The settings of single sign-on (docs/sign-in.md); all of them absent where an organisation has none. */
export const singleSignOnEnvironment = {
  /** The address of the provider, as it names itself: `<issuer>/.well-known/openid-configuration` describes it. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isSafe, 'must begin with https:// (http only for localhost)')
    .refine(isOneOrganisation, 'must name one tenant: common, organizations and consumers let in anyone')
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What stands on the button: "Inloggen met …". */
  OIDC_NAME: z.string().trim().min(1).max(40).default('je organisatie'),
  /** The identifier of the workspace whose members sign in this way; without it those of every workspace. */
  OIDC_WORKSPACE: z.uuid().toLowerCase().optional(),
  /** `true`: addresses of this provider are given out by the organisation, so that they need not be marked as verified. */
  OIDC_TRUST_EMAIL: z.enum(['true', 'false']).default('false'),
  /** `true`: the provider always asks for a second factor itself, so that we do not. */
  OIDC_TRUST_SECOND_FACTOR: z.enum(['true', 'false']).default('false'),
}

export type SingleSignOnSettings = Readonly<{
  issuer: string
  clientId: string
  clientSecret: string
  name: string
  workspace: string | null
  trustsEmail: boolean
  trustsSecondFactor: boolean
}>

type Given = z.output<z.ZodObject<typeof singleSignOnEnvironment>>

/** The settings together, null where none is set; a sentence where they do not go together. */
export function readSingleSignOn(set: Given): SingleSignOnSettings | null | string {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = set
  if (issuer === undefined && clientId === undefined) return null
  if (issuer === undefined) return 'OIDC_ISSUER: is needed beside OIDC_CLIENT_ID'
  if (clientId === undefined) return 'OIDC_CLIENT_ID: is needed beside OIDC_ISSUER'
  if (clientSecret === undefined) return 'OIDC_CLIENT_SECRET: is needed beside OIDC_ISSUER'
  return Object.freeze({
    ...{ issuer, clientId, clientSecret, name: set.OIDC_NAME, workspace: set.OIDC_WORKSPACE ?? null },
    trustsEmail: set.OIDC_TRUST_EMAIL === 'true',
    trustsSecondFactor: set.OIDC_TRUST_SECOND_FACTOR === 'true',
  })
}

function isSafe(issuer: string): boolean {
  // Said already by another rule.
  if (!URL.canParse(issuer)) return true
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

function isOneOrganisation(issuer: string): boolean {
  return !/^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)\b/i.test(issuer)
}
