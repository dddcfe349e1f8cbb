import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { meQuery } from '../access/access.queries.ts'
import { MeContext } from '../access/access.ts'
import { NoContentPage } from '../access/NoContentPage.tsx'
import { listenForChanges } from '../api/events.ts'
import { Shell } from './Shell.tsx'

/** The frame round all pages of members. Whoever may not see content gets no rooms and no live events. */
export function MemberPages() {
  const { data: me } = useQuery(meQuery)
  const queryClient = useQueryClient()
  const live = me?.mayWorkWithContent === true
  useEffect(() => (live ? listenForChanges(queryClient) : undefined), [live, queryClient])
  if (me === undefined) return null
  return (
    <MeContext value={me}>
      <Shell>{me.mayWorkWithContent ? <Outlet /> : <NoContentPage />}</Shell>
    </MeContext>
  )
}
