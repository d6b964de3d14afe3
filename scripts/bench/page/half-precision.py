"""Writes a graph's weights, and so its arithmetic, in half precision: IN OUT [--io], with the package onnx.

Inputs and outputs stay float32 unless --io is given, as the hub's fp16 files have it.
"""
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

source, target, *options = sys.argv[1:]
keeps_io = "--io" not in options
model = onnx.load(source)
graph = model.graph


def halved(tensor):
    array = numpy_helper.to_array(tensor)
    return numpy_helper.from_array(array.astype(np.float16), tensor.name)


for index, tensor in enumerate(graph.initializer):
    if tensor.data_type == TensorProto.FLOAT:
        graph.initializer[index].CopyFrom(halved(tensor))
for node in graph.node:
    for attribute in node.attribute:
        if attribute.type == onnx.AttributeProto.TENSOR and attribute.t.data_type == TensorProto.FLOAT:
            attribute.t.CopyFrom(halved(attribute.t))
        if node.op_type == "Cast" and attribute.name == "to" and attribute.i == TensorProto.FLOAT:
            attribute.i = TensorProto.FLOAT16
del graph.value_info[:]

for value, is_input in [(value, True) for value in graph.input] + [(value, False) for value in graph.output]:
    if value.type.tensor_type.elem_type != TensorProto.FLOAT:
        continue
    if not keeps_io:
        value.type.tensor_type.elem_type = TensorProto.FLOAT16
        continue
    inner = value.name + "_half"
    for node in graph.node:
        names = node.input if is_input else node.output
        for index, name in enumerate(names):
            if name == value.name:
                names[index] = inner
    if is_input:
        graph.node.insert(0, helper.make_node("Cast", [value.name], [inner], to=TensorProto.FLOAT16))
    else:
        graph.node.append(helper.make_node("Cast", [inner], [value.name], to=TensorProto.FLOAT))

onnx.checker.check_model(model)
onnx.save(model, target)
