"""Lists and calls all that `dce-lint mcp` offers, with the Python client of the protocol: program, folder, result as JSON."""

import asyncio
import json
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

node, program, folder, calls = sys.argv[1], sys.argv[2], sys.argv[3], json.loads(sys.argv[4])


async def main() -> None:
    server = StdioServerParameters(command=node, args=[program, "mcp", folder])
    async with stdio_client(server) as (read, write):
        async with ClientSession(read, write) as session:
            await session.initialize()
            tools = [tool.name for tool in (await session.list_tools()).tools]
            answers = []
            for name, given in calls:
                answer = await session.call_tool(name, given)
                plain = answer.model_dump(mode="json", by_alias=True)
                answers.append({"text": plain["content"][0]["text"], "refused": plain.get("isError") is True})
            resources = [str(one.uri) for one in (await session.list_resources()).resources]
            prompts = [one.name for one in (await session.list_prompts()).prompts]
            rules = await session.read_resource(resources[0])
            prompt = await session.get_prompt(prompts[0], {})
            print(
                json.dumps(
                    {
                        "tools": tools,
                        "answers": answers,
                        "resources": resources,
                        "rules": rules.contents[0].text,
                        "prompts": prompts,
                        "prompt": prompt.messages[0].content.text,
                    }
                )
            )


asyncio.run(main())
