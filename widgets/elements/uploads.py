"""Files that a reader uploads."""

from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile


def take_upload(uploaded: UploadedFile) -> bytes:
    """The bytes of an upload, which the server keeps no longer; to later runs nothing is uploaded."""
    content, context = uploaded.getvalue(), get_script_run_ctx()
    if context and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, uploaded.file_id)
    return content
