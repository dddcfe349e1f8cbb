import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Settings, settingsEndpoints } from '@weerklank/core/access/settings.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

export const settingsQuery = queryOptions({
  queryKey: keys.settings,
  queryFn: () => call<typeof settingsEndpoints.settings>('GET', '/api/settings', {}),
})

/** What everybody sees of it (the name above the screen) is asked for again. */
export function useChangeSettings() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Settings) =>
      call<typeof settingsEndpoints.changeSettings>('PUT', '/api/settings', { body }),
    onSuccess: async (settings) => {
      queryClient.setQueryData(keys.settings, settings)
      await queryClient.invalidateQueries({ queryKey: keys.me })
    },
  })
}
