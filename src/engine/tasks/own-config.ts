import { isJsonObject } from '../../core/json-object'

/**
 * A model's configuration out of whatever file has it. open_clip's keeps it under `model_cfg` and names no family; its
 * SigLIPs are told by the bias that their training began with.
 * @param json of `config.json`, or of the `open_clip_config.json` in its place.
 */
export const ownConfig = (json: unknown): unknown => {
  if (!isJsonObject(json)) return json
  const config = isJsonObject(json.model_cfg) ? json.model_cfg : json
  return typeof config.init_logit_bias === 'number' ? { ...config, model_type: 'siglip' } : config
}
