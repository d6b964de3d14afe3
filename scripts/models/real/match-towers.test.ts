import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOnnx } from '../../../src/core/model/onnx/onnx-graph.ts'
import { bytesInMemory, readThinGraph } from '../../../src/core/model/onnx/thin-graph.ts'
import { matchTextTower } from '../../../src/core/model/tower/match-text-tower.ts'
import { matchVisionTower } from '../../../src/core/model/tower/match-vision-tower.ts'
import { readTextTower } from '../../../src/core/model/tower/read-text-tower.ts'
import { NO_FIXTURES, sharedFixtures } from '../../fixtures/shared-models.ts'

const folder = sharedFixtures()
const bytesOf = (name: string) => new Uint8Array(readFileSync(path.join(folder ?? '', 'bench', name)))
const graph = (name: string) => readOnnx(bytesOf(name))

describe.skipIf(folder === null || !existsSync(path.join(folder, 'bench')))(
  folder === null ? NO_FIXTURES : 'ViT-B/32 as PyTorch exports it is found',
  () => {
    it.each(['vision_model.onnx', 'vision_model_quantized.onnx'])('%s', (name) => {
      const found = matchVisionTower(graph(name), 'image_embeds')
      expect('refused' in found ? found.refused : found.blocks.length).toBe(12)
    })

    it.each(['text_model.onnx', 'text_model_quantized.onnx'])('%s, with its tables', async (name) => {
      const file = await readThinGraph(bytesInMemory(bytesOf(name)))
      const found = matchTextTower(file.structure, 'text_embeds')
      if ('refused' in found) throw new Error(found.refused)
      expect([found.blocks.length, found.end]).toEqual([12, 'largest'])
      const read = await readTextTower(file, found, null)
      if ('refused' in read) throw new Error(read.refused)
      const [tokens, positions] = [read.tokens.facts, read.positions.facts]
      expect([tokens.count, tokens.width, positions.count, read.tower.heads]).toEqual([49408, 512, 77, 8])
    })
  },
)
