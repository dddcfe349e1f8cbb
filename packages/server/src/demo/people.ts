import type { Role } from '@weerklank/core/access/access'
import { demoDomain } from '../access/demo-people.ts'

/** The invented workspace and the people who work in it. */
export const demoName = 'De Linde'

export type MemberKey = 'noor' | 'bram' | 'farid' | 'karin' | 'els' | 'ravi'

export const demoMembers: readonly { key: MemberKey; name: string; roles: readonly Role[]; email: string }[] =
  [
    { key: 'noor', name: 'Noor Bakker', roles: ['professional'], email: `noor${demoDomain}` },
    { key: 'bram', name: 'Bram Visser', roles: ['professional'], email: `bram${demoDomain}` },
    { key: 'farid', name: 'Farid Amrani', roles: ['professional'], email: `farid${demoDomain}` },
    { key: 'karin', name: 'Karin Smit', roles: ['administrator'], email: `karin${demoDomain}` },
    { key: 'els', name: 'Els de Ruiter', roles: ['privacy-officer'], email: `els${demoDomain}` },
    { key: 'ravi', name: 'Ravi Ramdin', roles: ['researcher'], email: `ravi${demoDomain}` },
  ]
