import type { Plugin } from 'vite'

const stub = '\0taglens:no-onnxruntime'

/**
 * Cuts ONNX Runtime out of `@xenova/transformers`, of which the app uses the tokenizers alone. The package
 * imports `onnxruntime-web/webgpu` when it is loaded, which would bring a second runtime and 27 MB of wasm
 * into the build. While loading it touches only `env` and reads `InferenceSession`; `Tensor` is asked about
 * with `instanceof`. Creating a session there then fails, on purpose.
 */
export const tokenizersOnly = (): Plugin => ({
  name: 'taglens:tokenizers-only',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^onnxruntime-web(\/|$)/ },
    handler: (_source, importer) => (importer?.includes('@xenova/transformers') ? stub : null),
  },
  load: {
    filter: { id: /^\0taglens:no-onnxruntime$/ },
    handler: () => ({
      code: `export const env = { wasm: {}, webgpu: {}, versions: {} }
export class Tensor {}
export const InferenceSession = {
  create: () => Promise.reject(new Error('This build takes only the tokenizers from @xenova/transformers.')),
}
`,
      moduleType: 'js',
      moduleSideEffects: false,
    }),
  },
})
