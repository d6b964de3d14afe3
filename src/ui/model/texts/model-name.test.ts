import { expect, it } from 'vitest'
import type { Bytes } from '../../../core/brands'
import { hubSource } from '../../../core/model/catalogue/model-names'
import { HUB_HOST, sourceKey } from '../../../core/model/model-source'
import type { StoredModel } from '../../../core/model/stored/stored-model'
import { askedHost } from './model-name'

const source = hubSource(HUB_HOST, 'owner/clip')

const stored = (missing: StoredModel['missing']) => ({
  kind: 'ready' as const,
  models: [
    {
      ...{
        key: sourceKey(source),
        source,
        claim: null,
        checked: null,
        revision: 'c0ffee',
        files: [],
        missing,
      },
      ...{ dtypes: ['q8'] as const, size: 10 as Bytes, addedAt: 0, usedAt: 0 },
    },
  ],
})

it.each([
  ['what is not here', source, { kind: 'ready', models: [] } as const, 'huggingface.co'],
  ['what is not looked up yet', source, { kind: 'loading' } as const, 'huggingface.co'],
  ['what is here in part', source, stored([{ path: 'a', size: null, hash: null }]), 'huggingface.co'],
  ['what is here', source, stored([]), null],
  ['what comes with the app', { kind: 'app', baseUrl: 'https://a/mini' } as const, stored([]), null],
])('a host is asked of %s, or not', (_, of, models, host) => {
  expect(askedHost(of, models)).toBe(host)
})
