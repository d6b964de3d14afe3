"""Writes the trained towers as ONNX in the hub's layout, weights stored in half precision."""
import argparse
import hashlib
import json
import os

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper

from captions import Grammar
from model import Mini

parser = argparse.ArgumentParser()
parser.add_argument("--pool", default="node_modules/.cache/mini")
parser.add_argument("--run", default="node_modules/.cache/mini/run")
parser.add_argument("--model", default="public/models/mini")
args = parser.parse_args()

grammar = Grammar(f"{args.pool}/grammar.json")
saved = torch.load(f"{args.run}/last.pt", map_location="cpu")
model = Mini(len(grammar.ids), grammar.first_stop)
model.load_state_dict(saved["average"])
model.eval()
dim = model.text.no_evidence.numel()


class Unit(torch.nn.Module):
    def __init__(self, tower):
        super().__init__()
        self.tower = tower

    def forward(self, x):
        return F.normalize(self.tower(x), dim=-1)


def halve(path):
    """Stores large float weights as float16 behind a Cast, which the runtime folds when it loads the file."""
    graph = onnx.load(path)
    casts = []
    for weight in graph.graph.initializer:
        if weight.data_type != TensorProto.FLOAT:
            continue
        values = numpy_helper.to_array(weight)
        if values.size < 512:
            continue
        name = weight.name
        weight.CopyFrom(numpy_helper.from_array(values.astype(np.float16), name + "_half"))
        casts.append(helper.make_node("Cast", [name + "_half"], [name], to=TensorProto.FLOAT))
    nodes = list(graph.graph.node)
    del graph.graph.node[:]
    graph.graph.node.extend(casts + nodes)
    for node in graph.graph.node:
        node.doc_string = ""
    onnx.checker.check_model(graph)
    onnx.save(graph, path)


folder = f"{args.model}/onnx"
os.makedirs(folder, exist_ok=True)
free = {0: "batch_size"}
torch.onnx.export(
    Unit(model.vision), torch.zeros(2, 3, 64, 64), f"{folder}/vision_model.onnx", opset_version=14,
    input_names=["pixel_values"], output_names=["image_embeds"],
    dynamic_axes={"pixel_values": free, "image_embeds": free},
)
torch.onnx.export(
    model.text, torch.tensor([[5, 6, 0], [1, 0, 0]]), f"{folder}/text_model.onnx", opset_version=14,
    input_names=["input_ids"], output_names=["text_embeds"],
    dynamic_axes={"input_ids": {0: "batch_size", 1: "sequence_length"}, "text_embeds": free},
)
digest = hashlib.sha256()
for name in ("vision_model", "text_model"):
    halve(f"{folder}/{name}.onnx")
    with open(f"{folder}/{name}.onnx", "rb") as file:
        digest.update(file.read())

config = {
    "architectures": ["CLIPModel"],
    "model_type": "clip",
    "projection_dim": dim,
    "logit_scale": round(model.scale.item(), 4),
    "logit_scale_init_value": round(model.log_scale.item(), 4),
    "text_config": {
        "model_type": "clip_text_model",
        "vocab_size": len(grammar.ids),
        "max_position_embeddings": 32,
        "projection_dim": dim,
        "pad_token_id": 0,
    },
    "vision_config": {"model_type": "clip_vision_model", "image_size": 64, "num_channels": 3, "projection_dim": dim},
    "taglens": {
        "name": "Mini",
        "scope": "drawings only",
        "text_vectors": "text-vectors.json",
        "golden": "golden.json",
        "revision": digest.hexdigest()[:16],
        "steps": saved["step"],
        "cosine_of_no_evidence": -0.45,
        "cosine_of_other": 0.35,
    },
}
preprocessor = {
    "image_processor_type": "CLIPImageProcessor",
    "do_convert_rgb": True,
    "do_resize": True,
    "size": {"shortest_edge": 64},
    "resample": 3,
    "do_center_crop": True,
    "crop_size": {"height": 64, "width": 64},
    "do_rescale": True,
    "rescale_factor": 1 / 255,
    "do_normalize": True,
    "image_mean": [0.5, 0.5, 0.5],
    "image_std": [0.5, 0.5, 0.5],
}
for name, value in (("config", config), ("preprocessor_config", preprocessor)):
    with open(f"{args.model}/{name}.json", "w") as file:
        json.dump(value, file, indent=2)
        file.write("\n")
print(f"step {saved['step']}, revision {config['taglens']['revision']}, scale {config['logit_scale']}")
