"""What Python's transformers makes of a model's weights as they were trained.

    reference.py FOLDER < {"id": ..., "prompts": [...]}

FOLDER holds our pictures, in the order of their names. Prints JSON in the shape of `answers.ts`. Needs torch,
transformers, huggingface_hub and Pillow.
"""

import json
import sys
from pathlib import Path

import torch
from huggingface_hub import model_info
from PIL import Image
from transformers import AutoModel, AutoProcessor


def base_of(model_id: str) -> str:
    """The repository with Python's weights: a conversion names it in its card."""
    card = model_info(model_id).card_data
    base = card.get("base_model") if card else None
    return (base[0] if isinstance(base, list) else base) or model_id


def main() -> None:
    asked = json.load(sys.stdin)
    base = base_of(asked["id"])
    model = AutoModel.from_pretrained(base).eval()
    processor = AutoProcessor.from_pretrained(base)
    siglip = "siglip" in model.config.model_type
    pictures = [Image.open(file).convert("RGB") for file in sorted(Path(sys.argv[1]).glob("*.png"))]
    inputs = processor(
        text=asked["prompts"],
        images=pictures,
        padding="max_length" if siglip else True,
        truncation=True,
        return_tensors="pt",
    )
    with torch.no_grad():
        output = model(**inputs)
    logits = output.logits_per_image
    probabilities = torch.sigmoid(logits) if siglip else torch.softmax(logits, dim=1)
    print(
        json.dumps(
            {
                "tokens": inputs["input_ids"].tolist(),
                "prompts": output.text_embeds.tolist(),
                "pictures": output.image_embeds.tolist(),
                "probabilities": probabilities.tolist(),
            }
        )
    )


main()
