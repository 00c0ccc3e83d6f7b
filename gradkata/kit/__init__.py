"""Build a kit: a folder that checks answers with NumPy alone (`kata kit`)."""
